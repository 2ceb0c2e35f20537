/** What countries do with people who fled: pages of supervisors and administrators. */
@NullMarked
package org.durumi.web.stances;

import org.jspecify.annotations.NullMarked;
