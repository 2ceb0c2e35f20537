/**
 * Sealed values, opened only against a receipt.
 *
 * <p>May import: kernel, identity, accesslog.
 */
package org.durumi.vault;
