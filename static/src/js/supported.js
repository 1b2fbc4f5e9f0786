// Blocks the first paint on purpose: NHS.UK frontend shows its scripted look
// only when the body carries this class.
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
}
