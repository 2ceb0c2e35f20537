/**
 * Approvals and waivers of anything by type, id and content hash.
 *
 * <p>May import: kernel, jdbc, identity, accesslog, vault.
 */
@NullMarked
package org.durumi.approval;

import org.jspecify.annotations.NullMarked;
