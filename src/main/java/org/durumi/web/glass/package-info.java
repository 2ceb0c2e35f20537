/** Opening a case in an emergency, and telling everybody responsible. */
@NullMarked
package org.durumi.web.glass;

import org.jspecify.annotations.NullMarked;
