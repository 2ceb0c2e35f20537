/**
 * Who is acting: roles, teams, the person of the current request.
 *
 * <p>May import: kernel, jdbc.
 */
@NullMarked
package org.durumi.identity;

import org.jspecify.annotations.NullMarked;
