// A page under a private link is kept nowhere. Where it answers a sent form with errors,
// a browser that goes back to it shows "Confirm form resubmission" in place of the form.
// So its address is made to stand for the page as it is asked for: at once where the
// site has kept what was typed, elsewhere when the form is sent.
const PRIVATE = /^\/(my|sign-off)\//;

export function initAgain() {
  const isRefused = document.querySelector(".nhsuk-error-summary");
  if (!isRefused || !PRIVATE.test(location.pathname)) return;
  const stand = () => history.replaceState(null, "", location.href);
  for (const form of document.querySelectorAll('form[method="post"]')) {
    if (form.dataset.answeredUrl) stand();
    else form.addEventListener("submit", stand);
  }
}
