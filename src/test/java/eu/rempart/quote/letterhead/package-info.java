@NullMarked
package eu.rempart.quote.letterhead;

import org.jspecify.annotations.NullMarked;
