@NullMarked
package eu.rempart.deal.pipeline.ui;

import org.jspecify.annotations.NullMarked;
