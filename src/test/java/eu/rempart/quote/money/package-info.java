@NullMarked
package eu.rempart.quote.money;

import org.jspecify.annotations.NullMarked;
