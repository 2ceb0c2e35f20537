/**
 * Who is acting: roles, teams, the person of the current request.
 *
 * <p>May import: kernel, jdbc.
 */
package org.durumi.identity;
