/**
 * What somebody has typed and not sent yet: kept sealed for its owner until they go on with it, send it or give it up.
 *
 * <p>May import: kernel, jdbc, mac, route, identity, accesslog, vault, approval, cases.
 */
@NullMarked
package org.durumi.drafts;

import org.jspecify.annotations.NullMarked;
