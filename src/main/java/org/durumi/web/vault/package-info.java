/**
 * Unlocking the keys, and erasing a case for good.
 *
 * <p>May import: all features.
 */
package org.durumi.web.vault;
