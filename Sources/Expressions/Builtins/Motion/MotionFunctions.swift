/// What films move with: fractions of time as fractions of a way, and values on the way between others.
let motionFunctions = [easeFunction, lerpFunction, keyframesFunction, staggerFunction] + pathFunctions
