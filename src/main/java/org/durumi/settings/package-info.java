/**
 * What the organisation decides for itself: how long, how much, when. Each change is a row that stays.
 *
 * <p>May import: kernel, jdbc, mac, identity, accesslog, vault.
 */
@NullMarked
package org.durumi.settings;

import org.jspecify.annotations.NullMarked;
