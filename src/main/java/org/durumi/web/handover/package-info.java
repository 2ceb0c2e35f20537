/** Who stands in for whom while they are away, and what somebody who leaves hands over. */
@NullMarked
package org.durumi.web.handover;

import org.jspecify.annotations.NullMarked;
