/**
 * Our own sessions: their rows, cookies and lives, the forms that outlive them, and what is read of every request. Who signs
 * people in stays outside: a {@link org.durumi.identity.session.Guarantor} vouches for them.
 *
 * <p>May import: kernel, jdbc, identity.
 */
@NullMarked
package org.durumi.identity.session;

import org.jspecify.annotations.NullMarked;
