// What every page runs once it is read; each part looks for its own elements.
import { initButtons } from "nhsuk-frontend/dist/nhsuk/components/button/button.mjs";
import { initErrorSummary } from "nhsuk-frontend/dist/nhsuk/components/error-summary/error-summary.mjs";
import { initFileUploads } from "nhsuk-frontend/dist/nhsuk/components/file-upload/file-upload.mjs";
import { initNotificationBanners } from "nhsuk-frontend/dist/nhsuk/components/notification-banner/notification-banner.mjs";
import { initPasswordInputs } from "nhsuk-frontend/dist/nhsuk/components/password-input/password-input.mjs";
import { initSkipLinks } from "nhsuk-frontend/dist/nhsuk/components/skip-link/skip-link.mjs";

import { initAgain } from "./again.js";
import { initAnswered } from "./answered.js";
import { initCopyButtons } from "./copy.js";
import { initCounts } from "./count.js";
import { initFocalPoints } from "./focal.js";
import { initGallery } from "./gallery.js";
import { initMake } from "./make.js";
import { initPacks } from "./packs.js";
import { initPreviews } from "./preview.js";
import { initWorkings } from "./working.js";

for (const start of [
  initButtons,
  initErrorSummary,
  initFileUploads,
  initNotificationBanners,
  initPasswordInputs,
  initSkipLinks,
  initCopyButtons,
  initCounts,
  initFocalPoints,
  initGallery,
  initPreviews,
  initMake,
  initPacks,
  initAgain,
  initAnswered,
  initWorkings,
]) {
  start();
}
document.body.dataset.ready = "true";
