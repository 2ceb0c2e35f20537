/**
 * The Keycloak adapter: sign-in, verification, and the word of Keycloak for our sessions. Nobody imports it.
 *
 * <p>May import: kernel, identity with its rooms.
 */
@NullMarked
package org.durumi.identity.keycloak;

import org.jspecify.annotations.NullMarked;
