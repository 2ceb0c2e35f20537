/**
 * Where somebody is told by mail.
 *
 * <p>May import: all features.
 */
@NullMarked
package org.durumi.web.mail;

import org.jspecify.annotations.NullMarked;
