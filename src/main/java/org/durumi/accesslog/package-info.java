/**
 * Who saw or did what: an append-only record, and the receipts without which nothing is opened.
 *
 * <p>May import: kernel, jdbc, identity.
 */
package org.durumi.accesslog;
