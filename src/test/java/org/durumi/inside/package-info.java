/** What tests inside the container share: requests of any actor, and the database beside the application. */
package org.durumi.inside;
