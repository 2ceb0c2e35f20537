/**
 * The case file, its participants and their journeys, and the only door to them.
 *
 * <p>May import: kernel, jdbc, route, identity, accesslog, vault, approval, settings, stances.
 */
@NullMarked
package org.durumi.cases;

import org.jspecify.annotations.NullMarked;
