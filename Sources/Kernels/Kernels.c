#include "Kernels.h"
typedef int kernels_placeholder;
