/**
 * Message authentication codes: what tells a row that the application wrote from one that somebody else put into the database.
 *
 * <p>May import: nothing of ours.
 */
@NullMarked
package org.durumi.mac;

import org.jspecify.annotations.NullMarked;
