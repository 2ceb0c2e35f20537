/**
 * Who saw or did what: an append-only record, and the receipts without which nothing is opened.
 *
 * <p>May import: kernel, jdbc, identity.
 */
@NullMarked
package org.durumi.accesslog;

import org.jspecify.annotations.NullMarked;
