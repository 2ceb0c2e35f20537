/** What the organisation decides for itself: pages of the administrator. */
@NullMarked
package org.durumi.web.settings;

import org.jspecify.annotations.NullMarked;
