/* The timeline's script. Everything reads without it. */
"use strict";
