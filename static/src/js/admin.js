// What the admin's forms run beside Django's own scripts.
import { initFocalPoints } from "./focal.js";

initFocalPoints();
