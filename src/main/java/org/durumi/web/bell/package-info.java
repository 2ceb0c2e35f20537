/** What an open page is told while it is open, by server-sent events. */
@NullMarked
package org.durumi.web.bell;

import org.jspecify.annotations.NullMarked;
