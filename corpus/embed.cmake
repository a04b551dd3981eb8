# Writes a C file that holds another file:
#
#   cmake -DINPUT=style.css -DOUTPUT=style-data.c -DHEADER=style.h -DNAME=cfa_style -P embed.cmake
#
# HEADER declares what it defines: const char NAME[] with a NUL after it, const size_t NAME_length; and, with -DVERSION=ON, const
# char NAME_version[], another one for another content. A style sheet loses what is there for its readers alone: comments, indentation, blanks
# around what parts its rules, the zero before a point. So it may have no string in which one of these stands.
if(INPUT MATCHES "[.]css$")
  file(READ ${INPUT} text)
  string(REGEX REPLACE "/[*][^*]*[*]+([^/*][^*]*[*]+)*/" "" text "${text}")
  string(REGEX REPLACE "[ \n]+" " " text "${text}")
  string(REGEX REPLACE " ?([{},>;]) ?" "\\1" text "${text}")
  string(REGEX REPLACE "([ :(,])0[.]" "\\1." text "${text}")
  string(REPLACE ": " ":" text "${text}")
  string(REPLACE ";}" "}" text "${text}")
  string(STRIP "${text}" text)
  string(HEX "${text}" bytes)
else()
  file(READ ${INPUT} bytes HEX)
endif()
string(LENGTH "${bytes}" digits)
math(EXPR length "${digits} / 2")
string(REGEX REPLACE "(................................)" "\\1\n    " bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1', " bytes "${bytes}") # characters: a byte above 7f is no char
set(text "#include \"${HEADER}\"\n
const char ${NAME}[] = {\n    ${bytes}'\\0'};
const size_t ${NAME}_length = ${length};\n")
if(VERSION)
  file(SHA256 ${INPUT} digest)
  string(SUBSTRING ${digest} 0 12 version)
  string(APPEND text "const char ${NAME}_version[] = \"${version}\";\n")
endif()
file(WRITE ${OUTPUT} "${text}")
