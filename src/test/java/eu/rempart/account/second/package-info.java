@NullMarked
package eu.rempart.account.second;

import org.jspecify.annotations.NullMarked;
