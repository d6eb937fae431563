@NullMarked
package eu.rempart.privacy.ui;

import org.jspecify.annotations.NullMarked;
