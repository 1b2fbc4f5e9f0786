// What the admin's pages run beside Django's own scripts.
import { initClaims } from "./claim.js";
import { initFocalPoints } from "./focal.js";

initFocalPoints();
initClaims();
