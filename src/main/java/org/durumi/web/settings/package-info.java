/** What the organisation decides for itself, and how the installation is: pages of the administrator. */
@NullMarked
package org.durumi.web.settings;

import org.jspecify.annotations.NullMarked;
