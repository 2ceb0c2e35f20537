/**
 * Approvals and waivers of anything by type, id and content hash.
 *
 * <p>May import: kernel, identity, accesslog, vault.
 */
package org.durumi.approval;
