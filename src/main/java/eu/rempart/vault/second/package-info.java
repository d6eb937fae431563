/** What is asked for beside a password, and what an evil database cannot take away from it. */
@NullMarked
package eu.rempart.vault.second;

import org.jspecify.annotations.NullMarked;
