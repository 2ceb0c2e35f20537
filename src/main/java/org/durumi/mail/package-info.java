/**
 * Notices by e-mail: where somebody is told, what of, and when. A mail says the number of a case and a kind, never a case's words.
 *
 * <p>May import: kernel, jdbc, mac, identity, accesslog, vault.
 */
@NullMarked
package org.durumi.mail;

import org.jspecify.annotations.NullMarked;
