# What Debian has in every package, done to the files of each before it is closed: manual pages are compressed, and licence and
# changelog stand under /usr/share/doc.
set(packages programs cfasearch library libxapian-c0 library-development libxapian-c-dev)
while(packages)
  list(POP_FRONT packages component package)
  set(share ${CPACK_TEMPORARY_DIRECTORY}/${component}/usr/share)
  set(doc ${share}/doc/${package})
  file(COPY ${CPACK_CFASEARCH_PACKAGING}/copyright DESTINATION ${doc})
  if(EXISTS ${CPACK_CFASEARCH_PACKAGING}/lintian-overrides/${package})
    file(COPY ${CPACK_CFASEARCH_PACKAGING}/lintian-overrides/${package} DESTINATION ${share}/lintian/overrides)
  endif()
  execute_process(COMMAND ${CPACK_CFASEARCH_PACKAGING}/changelog ${CPACK_PACKAGE_CONTACT}
    OUTPUT_FILE ${doc}/changelog COMMAND_ERROR_IS_FATAL ANY)
  file(GLOB pages ${share}/man/man*/*.[1-9])
  execute_process(COMMAND gzip -9n ${pages} ${doc}/changelog COMMAND_ERROR_IS_FATAL ANY)
endwhile()
