/**
 * Sign-ins as they live: on this server and on all, from the moment somebody proved who they are
 * until the end, and why they ended.
 */
@NullMarked
package eu.rempart.account.session;

import org.jspecify.annotations.NullMarked;
