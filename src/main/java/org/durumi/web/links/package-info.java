/** The pages of what links cases. */
@NullMarked
package org.durumi.web.links;

import org.jspecify.annotations.NullMarked;
