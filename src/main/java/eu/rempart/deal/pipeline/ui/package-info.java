/** Where administrators say which stages a deal goes through. */
@NullMarked
package eu.rempart.deal.pipeline.ui;

import org.jspecify.annotations.NullMarked;
