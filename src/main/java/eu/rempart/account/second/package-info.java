/** What is asked for beside a password: when, of whom, and how a member sets it up. */
@NullMarked
package eu.rempart.account.second;

import org.jspecify.annotations.NullMarked;
