/**
 * What an organisation runs before the application starts: its tables.
 *
 * <p>May import: nothing of ours.
 */
@NullMarked
package org.durumi.setup;

import org.jspecify.annotations.NullMarked;
