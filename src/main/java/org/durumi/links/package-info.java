/** How cases are linked with one another, and what the sides of a link may know of each other. */
@NullMarked
package org.durumi.links;

import org.jspecify.annotations.NullMarked;
