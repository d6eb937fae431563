/** How the organisation is protected, for those who look after that: facts, events, one setting. */
@NullMarked
package eu.rempart.account.security;

import org.jspecify.annotations.NullMarked;
