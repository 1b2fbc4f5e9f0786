// What the admin's pages run beside Django's own scripts.
import { initClaims } from "./claim.js";
import { initCopyButtons } from "./copy.js";
import { initFocalPoints } from "./focal.js";

initCopyButtons();
initFocalPoints();
initClaims();
