/**
 * The Keycloak adapter: sign-in, verification, and the word of Keycloak for our sessions. Nobody imports it.
 *
 * <p>May import: kernel, identity with its rooms.
 */
package org.durumi.identity.keycloak;
