@NullMarked
package eu.rempart.tls.link;

import org.jspecify.annotations.NullMarked;
