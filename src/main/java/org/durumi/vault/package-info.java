/**
 * Sealed values, opened only against a receipt.
 *
 * <p>May import: kernel, jdbc, identity, accesslog.
 */
package org.durumi.vault;
