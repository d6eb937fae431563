@NullMarked
package eu.rempart.account.place;

import org.jspecify.annotations.NullMarked;
