/**
 * The Keycloak adapter: sign-in, verification, our own sessions.
 *
 * <p>May import: kernel, identity.
 */
package org.durumi.identity.keycloak;
